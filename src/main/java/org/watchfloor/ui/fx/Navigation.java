package org.watchfloor.ui.fx;

/** How a screen leads elsewhere. FX thread only. */
public interface Navigation {
    /** Opens the detail of the target beside the present screen. */
    void open(Target target);

    /** Opens the detail of the target in place of the present screen. */
    void openLarge(Target target);

    /** Closes the detail, if one is open. */
    void closeDetail();

    /** @param screen a {@link ScreenName#key()} */
    void goTo(String screen);

    /** A short word to the person that passes by itself, such as "Checking web-1 now". */
    void tell(String text);
}
