"""Where the programme's people work all day."""
