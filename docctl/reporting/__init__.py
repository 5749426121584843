"""Results put into the forms that people and programs read. Pure: values in, text out."""
