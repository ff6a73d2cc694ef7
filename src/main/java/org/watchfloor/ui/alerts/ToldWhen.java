package org.watchfloor.ui.alerts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.watchfloor.alert.Verdict;
import org.watchfloor.model.ChannelId;
import org.watchfloor.ui.fx.Formats;

/** Who was told of an alert, and when: a line for each channel. Pure. */
final class ToldWhen {
    private ToldWhen() {}

    /** {@code ops-mail: told 14:05:39 CET, delivered 14:05:41 CET}. */
    static String of(List<WhyLine> lines, Formats formats, Instant now) {
        Map<ChannelId, String> channels = new LinkedHashMap<>();
        for (WhyLine line : lines) {
            Verdict verdict = line.verdict();
            String entry =
                    WhyEntry.word(verdict.kind()).toLowerCase(Locale.ROOT) + " " + formats.moment(verdict.at(), now);
            verdict.channel().ifPresent(channel -> channels.merge(channel, entry, (all, one) -> all + ", " + one));
        }
        return channels.entrySet().stream()
                .map(channel -> channel.getKey() + ": " + channel.getValue())
                .collect(Collectors.joining("\n"));
    }
}
