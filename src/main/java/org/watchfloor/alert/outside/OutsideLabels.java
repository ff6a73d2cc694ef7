package org.watchfloor.alert.outside;

import java.util.Map;
import java.util.TreeMap;
import org.watchfloor.model.Labels;

/**
 * Labels of strangers, which are an alert's identity: cleaned, never cut. Characters that a name may not have here become
 * underscores, as Prometheus writes such names for older programs. Pure functions.
 */
final class OutsideLabels {
    static final int MOST = 64;
    static final int LONGEST_NAME = 100;
    static final int LONGEST_VALUE = 1_000;
    static final int LONGEST_TOGETHER = 4_000;

    private OutsideLabels() {}

    /** @throws NotTaken if they are too many, too long, or none */
    static Labels of(Map<String, String> given) throws NotTaken {
        if (given.size() > MOST) {
            throw new NotTaken("has more than " + MOST + " labels");
        }
        Map<String, String> labels = new TreeMap<>();
        int length = 0;
        for (Map.Entry<String, String> label : given.entrySet()) {
            String name = name(label.getKey());
            String value = value(label.getValue());
            length += name.length() + value.length();
            if (labels.put(name, value) != null) {
                throw new NotTaken("has two labels whose names differ only in characters that are not taken here");
            }
        }
        if (length > LONGEST_TOGETHER) {
            throw new NotTaken("has labels of more than " + LONGEST_TOGETHER + " characters together");
        }
        Labels clean = Labels.of(labels);
        if (clean.values().isEmpty()) {
            throw new NotTaken("has no labels");
        }
        return clean;
    }

    private static String name(String given) throws NotTaken {
        if (given.isEmpty() || given.length() > LONGEST_NAME) {
            throw new NotTaken("has a label whose name is empty or longer than " + LONGEST_NAME + " characters");
        }
        String plain = given.replaceAll("[^A-Za-z0-9_]", "_");
        return Character.isDigit(plain.charAt(0)) ? "_" + plain : plain;
    }

    private static String value(String given) throws NotTaken {
        if (given.length() > LONGEST_VALUE) {
            throw new NotTaken("has a label whose value is longer than " + LONGEST_VALUE + " characters");
        }
        return Plain.line(given, LONGEST_VALUE);
    }
}
