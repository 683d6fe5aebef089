package noroshi.topic.web;

/** Which button of the form was pressed. */
sealed interface Pressed {
    /** Look for organisations and people. */
    record Find() implements Pressed {}

    /** Look for topics near to this one. */
    record Similar() implements Pressed {}

    /** Keep it as a draft. */
    record Keep() implements Pressed {}

    /** Show who will read it; the preview has pages. */
    record Preview(int number) implements Pressed {}

    /** Send it. */
    record Post() implements Pressed {}

    /** No button of the form: nothing is sent. */
    record Unknown() implements Pressed {}

    static Pressed of(String button) {
        return switch (button) {
            case "find" -> new Find();
            case "similar" -> new Similar();
            case "keep" -> new Keep();
            case String preview
            when preview.matches("preview(-[0-9]{1,4})?") ->
                new Preview(preview.length() < 9 ? 1 : Integer.parseInt(preview.substring(8)));
            case "post" -> new Post();
            default -> new Unknown();
        };
    }
}
