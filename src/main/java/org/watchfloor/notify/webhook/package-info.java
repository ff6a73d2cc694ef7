/** Notices to any program that takes HTTP, by default as Alertmanager sends them. */
@NullMarked
package org.watchfloor.notify.webhook;

import org.jspecify.annotations.NullMarked;
