"""The component tags by subject; `{% load seoulution %}` brings all of them."""
