/** What is known of one host or service: its checks, their past and their last results. */
@NullMarked
package org.watchfloor.ui.detail;

import org.jspecify.annotations.NullMarked;
