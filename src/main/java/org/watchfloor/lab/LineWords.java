package org.watchfloor.lab;

import java.util.List;

/** The words of one line, taken one after the other. Confined to the reader. */
final class LineWords {
    private static final int SHOWN = 60;

    private final List<String> words;
    private int next;

    LineWords(String line) {
        // the colon stands after the time, with or without a space
        words = List.of(line.replaceFirst(":(?=\\s|$)", " : ").strip().split("\\s+"));
    }

    /** Takes the next word if it is this one. */
    boolean takes(String word) {
        boolean found = next < words.size() && words.get(next).equals(word);
        if (found) {
            next++;
        }
        return found;
    }

    /** @param expected what is missing if the line ends here */
    String take(String expected) throws LineProblem {
        if (next == words.size()) {
            throw new LineProblem("the line ends too early", "add " + expected);
        }
        return words.get(next++);
    }

    void require(String word) throws LineProblem {
        String found = take(quoted(word));
        if (!found.equals(word)) {
            throw new LineProblem(quoted(found) + " stands where " + quoted(word) + " belongs", LabScriptReader.FORM);
        }
    }

    void end() throws LineProblem {
        if (next < words.size()) {
            throw new LineProblem(quoted(words.get(next)) + " is one word too many", LabScriptReader.FORM);
        }
    }

    /** Safe to show: short and printable. */
    static String quoted(String text) {
        String printable = text.replaceAll("\\p{C}", "?");
        return "\"" + (printable.length() > SHOWN ? printable.substring(0, SHOWN) + "…" : printable) + "\"";
    }
}
