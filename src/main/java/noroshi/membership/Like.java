package noroshi.membership;

/** Patterns for {@code like} from what people type: the signs that mean something to it are taken literally. */
final class Like {
    private Like() {}

    static String containing(String words) {
        return "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
