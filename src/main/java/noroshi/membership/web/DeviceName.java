package noroshi.membership.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people call the device behind a browser's long description of itself: "Chrome, Windows". */
public final class DeviceName {
    private static final int LONGEST = 60;

    /** The first mark that is found decides: browsers also name those they want to be taken for. */
    private record Mark(String found, String name) {}

    private static final List<Mark> BROWSERS = List.of(
            new Mark("Edg", "Edge"),
            new Mark("OPR/", "Opera"),
            new Mark("SamsungBrowser/", "Samsung Internet"),
            new Mark("Firefox/", "Firefox"),
            new Mark("FxiOS/", "Firefox"),
            new Mark("Chrome/", "Chrome"),
            new Mark("CriOS/", "Chrome"),
            new Mark("Safari/", "Safari"));
    private static final List<Mark> SYSTEMS = List.of(
            new Mark("iPhone", "iPhone"),
            new Mark("iPad", "iPad"),
            new Mark("Android", "Android"),
            new Mark("CrOS", "ChromeOS"),
            new Mark("Windows", "Windows"),
            new Mark("Mac OS X", "macOS"),
            new Mark("Linux", "Linux"));

    private DeviceName() {}

    public static String of(String agent) {
        var name = Stream.of(BROWSERS, SYSTEMS)
                .flatMap(marks -> first(marks, agent).stream())
                .collect(Collectors.joining(", "));
        return name.isEmpty() ? agent.substring(0, Math.min(LONGEST, agent.length())) : name;
    }

    private static Optional<String> first(List<Mark> marks, String agent) {
        return marks.stream()
                .filter(mark -> agent.contains(mark.found()))
                .map(Mark::name)
                .findFirst();
    }
}
