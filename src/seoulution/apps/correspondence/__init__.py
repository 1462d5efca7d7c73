"""What people are told, mail that leaves and mail that comes in."""
