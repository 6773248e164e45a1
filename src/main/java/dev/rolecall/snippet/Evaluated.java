package dev.rolecall.snippet;

/// One snippet of a line, and what became of it.
///
/// @param id unique in a history; what [Running] was told
/// @param source as typed
public record Evaluated(String id, String source, Outcome outcome) {}
