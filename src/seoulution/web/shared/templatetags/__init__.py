"""Template tag libraries: `{% load seoulution %}`."""
