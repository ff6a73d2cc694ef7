package org.watchfloor.recovery.step;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.watchfloor.config.ConfigNode;
import org.watchfloor.config.RetryPolicy;
import org.watchfloor.model.CheckId;
import org.watchfloor.recovery.text.Fault;
import org.watchfloor.recovery.text.Language;
import org.watchfloor.recovery.text.Template;
import org.watchfloor.recovery.text.Vocabulary;

/**
 * The mapping of a step while it is read, with the placeholders that its texts may use and what they may refer to. All
 * mistakes are noted at their place. Confined to one thread.
 */
public record StepNode(ConfigNode node, Vocabulary vocabulary, Known known) {
    /** A text with placeholders; empty when absent. */
    public Optional<Template> text(String key, String doc, Language language) {
        return node.key(key, doc).text().map(text -> template(key, text, language));
    }

    /** Absent or blank is a problem. */
    public Template requiredText(String key, String doc, Language language) {
        String text = node.key(key, doc).requiredText();
        if (text.isBlank() && isGiven(key)) {
            node.problem(key, "\"" + key + "\" is empty", "write " + doc);
        }
        return template(key, text, language);
    }

    public List<Template> texts(String key, String doc, Language language) {
        return node.key(key, doc).texts().stream()
                .map(text -> item(key, text, language))
                .toList();
    }

    /** Values with placeholders, under names without. */
    public Map<String, Template> textMap(String key, String doc, Language language) {
        Map<String, Template> texts = new LinkedHashMap<>();
        node.key(key, doc).textMap().forEach((name, text) -> texts.put(name, item(key, text, language)));
        return texts;
    }

    /** A check as {@code host/check}, or {@code this}, which is the default. */
    public CheckRef check(String key, String doc) {
        return node.key(key, doc + ": host/check, or this (default): the one that failed")
                .text()
                .flatMap(text -> known(key, text))
                .orElseGet(CheckRef.This::new);
    }

    /** The checks that exist of a list. */
    public List<CheckRef> checks(String key, String doc) {
        return node.key(key, doc).texts().stream()
                .flatMap(text -> known(key, text).stream())
                .toList();
    }

    private Optional<CheckRef> known(String key, String text) {
        if (text.equals(CheckRef.THIS)) {
            return Optional.of(new CheckRef.This());
        }
        return isKnown(key, "check", text, known.site().checks())
                ? Optional.of(new CheckRef.Named(CheckId.parse(text)))
                : Optional.empty();
    }

    /** Notes an id that does not exist. */
    public boolean isKnown(String key, String kind, String id, Collection<String> ids) {
        if (!ids.contains(id)) {
            node.unknown(key, kind, id, ids);
        }
        return ids.contains(id);
    }

    /** A policy by its id, which is noted if it does not exist. */
    public Optional<RetryPolicy> retryPolicy(String key, String id) {
        boolean _ = isKnown(key, "retry policy", id, known.retries().keySet());
        return Optional.ofNullable(known.retries().get(id));
    }

    /** True if the key is written, whatever its value. */
    public boolean isGiven(String key) {
        return !node.placeOf(key).equals(node.place());
    }

    /** Of these keys exactly one has to be written. */
    public void oneOf(String what, String... keys) {
        List<String> given = Stream.of(keys).filter(this::isGiven).toList();
        String choices = String.join(":, ", keys) + ":";
        if (given.isEmpty()) {
            node.problem(what, "add one of " + choices);
        } else if (given.size() > 1) {
            node.problem(given.getLast(), what + ", not " + String.join(" and ", given), "keep one of " + choices);
        }
    }

    private Template template(String key, String text, Language language) {
        Template.Parsed parsed = Template.parse(text, language, vocabulary);
        parsed.faults().stream()
                .filter(_ -> !text.isBlank())
                .forEach(fault -> node.key(key, "").problemAt(fault.offset(), fault.what(), fault.mend()));
        return parsed.template();
    }

    private Template item(String key, String text, Language language) {
        Template.Parsed parsed = Template.parse(text, language, vocabulary);
        for (Fault fault : parsed.faults()) {
            node.problem(key, fault.what(), fault.mend());
        }
        return parsed.template();
    }
}
