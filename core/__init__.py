"""The reckoning of Mitbadak: NumPy and nothing on the screen. Made to be read beside the book.

A good order to read it in: `perceptron`, `activations`, `layers`, `network`, `trace`, `training`.
"""
