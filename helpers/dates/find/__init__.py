"""Where temporal expressions stand in a sentence and what they say, before any calendar is asked."""
