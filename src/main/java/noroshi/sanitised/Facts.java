package noroshi.sanitised;

import java.util.List;

/**
 * What is known of the source, to look for in the words.
 *
 * @param names of the organisation, in both languages
 * @param others names of other organisations that take part
 * @param assets what the organisation registered: domains, addresses and ranges, products, keywords
 * @param stated indicators that the copy names on purpose
 */
record Facts(
        List<String> names,
        List<String> others,
        List<String> people,
        List<String> systems,
        List<String> assets,
        List<String> stated) {}
