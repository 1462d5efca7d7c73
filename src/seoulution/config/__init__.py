"""How the Django project is put together: settings, addresses, the WSGI door."""
