"""What two or more panels share."""
