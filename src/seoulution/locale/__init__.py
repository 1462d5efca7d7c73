"""The catalogues of words by language, and how a language writes dates where Django's own way is not its people's."""
