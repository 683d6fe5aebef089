package noroshi.site;

import java.util.List;

/** What came with the form that a page answers. */
public final class Sent {
    private Sent() {}

    /** The names of the files that came along, and that have to be chosen again. */
    public static List<String> files() {
        return Ui.here().files();
    }

    /** The field they came in; empty where none came. */
    public static String field() {
        return Ui.here().filesField();
    }
}
