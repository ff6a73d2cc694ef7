/** Is it them or is it us? What the witnesses of the own network say, and which failures that explains. Pure. */
@NullMarked
package org.watchfloor.health.observer;

import org.jspecify.annotations.NullMarked;
