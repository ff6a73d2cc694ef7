package org.watchfloor.web;

import org.watchfloor.config.SiteEditor;
import org.watchfloor.engine.SilenceHistory;

/** What callers change of the configuration, and what they ask before they do. */
public record Editing(SiteEditor editor, SilenceHistory silences) {}
