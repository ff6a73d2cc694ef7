package org.watchfloor.notify.sms;

import java.util.List;
import org.watchfloor.notify.ChannelSpec;

/**
 * Short messages as the operator wrote it.
 *
 * @param numbers whom to tell, at least one
 * @param parts the text is cut to so many times 160 characters, 1 to 10; default 2
 */
record SmsChannel(List<String> numbers, int parts, Gateway gateway) implements ChannelSpec {
    static final int DEFAULT_PARTS = 2;
    static final int PART = 160;

    SmsChannel {
        numbers = List.copyOf(numbers);
    }

    @Override
    public String summary() {
        return "SMS to " + numbers.size() + (numbers.size() == 1 ? " number by " : " numbers by ") + gateway.summary();
    }
}
