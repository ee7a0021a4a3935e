"""What a temporal expression means on the calendar: its article, country, tense and year."""
