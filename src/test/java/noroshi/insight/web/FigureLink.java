package noroshi.insight.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A number that leads to its list. */
record FigureLink(String path, String words, long number) {
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"]+)\"[^>]*>([^<]*)</a>");
    private static final Pattern LAST_NUMBER = Pattern.compile("([0-9][0-9,]*)(?!.*[0-9])");

    static List<FigureLink> links(String page, String to) {
        var links = new ArrayList<FigureLink>();
        var found = LINK.matcher(page);
        while (found.find()) {
            var path = found.group(1).replace("&amp;", "&");
            var number = LAST_NUMBER.matcher(found.group(2).strip());
            if (path.startsWith(to) && number.find()) {
                links.add(new FigureLink(
                        path, found.group(2), Long.parseLong(number.group(1).replace(",", ""))));
            }
        }
        return links;
    }

    static String csv(String path) {
        return path.replaceFirst("^([^?]*)", "$1.csv");
    }

    static List<String> rows(String csv) {
        return csv.lines().skip(1).filter(line -> !line.isBlank()).toList();
    }

    static long sum(String csv) {
        return rows(csv).stream()
                .mapToLong(line ->
                        Long.parseLong(line.substring(line.lastIndexOf(',') + 1).strip()))
                .sum();
    }
}
