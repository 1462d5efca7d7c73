"""What every desk that works on a text shows alike: where it stands, who may do what, what changed, how good it is."""
