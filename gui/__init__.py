"""What is seen and touched. It computes through `core` and never the other way round."""
