"""The cooperation dossier and every other printed paper, as one value that all formats render."""
