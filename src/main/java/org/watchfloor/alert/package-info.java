/** What deserves attention, whom it concerns, and what keeps quiet: rules, alerts, silences, routes. Pure. */
@NullMarked
package org.watchfloor.alert;

import org.jspecify.annotations.NullMarked;
