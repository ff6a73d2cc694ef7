package org.watchfloor.model;

/** A raw detail of a look for the detail pane: a response header, a certificate field, the output of a command. */
public record Fact(String name, String value) {}
