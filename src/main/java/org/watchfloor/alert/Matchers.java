package org.watchfloor.alert;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.model.Labels;

/** Tests that must all hold; none at all match everything. Immutable. */
public record Matchers(List<Matcher> all) {
    static final String DOC = "label matchers that must all hold, such as host=~\"web-.*\"";

    public Matchers {
        all = List.copyOf(all);
    }

    /** Notes what is not a matcher. */
    static Matchers read(ConfigNode node, String key, String doc) {
        List<Matcher> found = node.key(key, doc).texts().stream()
                .flatMap(text -> {
                    Optional<Matcher> matcher = Matcher.parse(text);
                    if (matcher.isEmpty()) {
                        node.problem(
                                key,
                                "\"" + text + "\" is not a matcher",
                                "write such as host=\"web-1\", severity!=\"low\" or host=~\"web-.*\"");
                    }
                    return matcher.stream();
                })
                .toList();
        return new Matchers(found);
    }

    public boolean match(Labels labels) {
        return all.stream().allMatch(matcher -> matcher.matches(labels));
    }

    @Override
    public String toString() {
        return all.isEmpty()
                ? "everything"
                : all.stream().map(Matcher::toString).collect(Collectors.joining(", "));
    }
}
