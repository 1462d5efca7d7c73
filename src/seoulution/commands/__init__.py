"""One file per word of the `seoulution` command; each has `register(subparsers)` and says what it does in its help."""
