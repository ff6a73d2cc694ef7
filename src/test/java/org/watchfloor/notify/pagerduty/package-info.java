@NullMarked
package org.watchfloor.notify.pagerduty;

import org.jspecify.annotations.NullMarked;
