"""Workshop: what slow and exact things are made with: jobs, their cache, typesetting, symbols, pictures, drawings."""
