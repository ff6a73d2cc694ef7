package org.watchfloor.config;

import org.watchfloor.model.GroupId;

/** A named set of hosts that belong together on the wall. */
public record Group(GroupId id, String title, Place place) {}
