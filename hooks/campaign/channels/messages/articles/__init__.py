"""Articles of an official account: HTML that keeps its look in the account's editor, its pictures, and as .docx."""
