package org.watchfloor.ui.quiet;

/** A form that can be left with what is typed in it, and taken up again. FX thread only. */
interface QuietForm {
    /** Whether something stands in it that was not there when it began. */
    boolean isTyped();

    /** What is written here, in a few words. */
    String words();

    /** @return shows it again as it is now, also after the form has served for something else */
    Runnable putAside();

    /** @param then run when it is written */
    void save(Runnable then);
}
