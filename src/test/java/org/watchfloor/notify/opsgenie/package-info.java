@NullMarked
package org.watchfloor.notify.opsgenie;

import org.jspecify.annotations.NullMarked;
