"""What is said to authors about their mistakes, and what they may have meant; knows no file."""
