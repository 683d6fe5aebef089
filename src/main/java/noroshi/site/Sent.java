package noroshi.site;

import java.util.List;

/** What came with the form that a page answers, and where that form stands. */
public final class Sent {
    /** The field by which a form on such a page remembers where it can be asked for. */
    static final String FROM = "_from";

    private Sent() {}

    /** Whether the page answers a form: its own address may be none that can be asked for. */
    public static boolean answered() {
        return Ui.here().posted();
    }

    public static String fromField() {
        return FROM;
    }

    /** The address at which this page can be asked for, or the form that it answers. */
    public static String from() {
        return Ui.here().from();
    }

    /** The names of the files that came along, and that have to be chosen again. */
    public static List<String> files() {
        return Ui.here().files();
    }

    /** The field they came in; empty where none came. */
    public static String field() {
        return Ui.here().filesField();
    }
}
