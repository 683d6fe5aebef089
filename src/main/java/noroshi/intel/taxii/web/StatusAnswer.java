package noroshi.intel.taxii.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import noroshi.intel.Reason;
import noroshi.intel.taxii.Receipt;
import noroshi.intel.taxii.Stamp;
import noroshi.site.Words;

/** The status resource of TAXII. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record StatusAnswer(
        String id,
        String status,
        String request_timestamp,
        @JsonInclude(JsonInclude.Include.ALWAYS) int total_count,
        @JsonInclude(JsonInclude.Include.ALWAYS) int success_count,
        List<Detail> successes,
        @JsonInclude(JsonInclude.Include.ALWAYS) int failure_count,
        List<Detail> failures,
        @JsonInclude(JsonInclude.Include.ALWAYS) int pending_count) {

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Detail(String id, String version, String message) {}

    static StatusAnswer of(Receipt receipt, Words words, Locale language) {
        var known = words.text(language, "intel.taxii.known");
        return new StatusAnswer(
                receipt.id().toString(),
                "complete",
                Stamp.text(Stamp.micros(receipt.at())),
                receipt.total(),
                receipt.succeeded(),
                receipt.successes().stream()
                        .map(each -> new Detail(
                                each.id(),
                                each.version(),
                                !each.remarks().isEmpty()
                                        ? said(each.remarks(), words, language)
                                        : each.known() ? known : ""))
                        .toList(),
                receipt.failed(),
                receipt.failures().stream()
                        .map(each ->
                                new Detail(each.id(), each.version(), said(List.of(each.reason()), words, language)))
                        .toList(),
                0);
    }

    private static String said(List<Reason> reasons, Words words, Locale language) {
        return reasons.stream()
                .map(each -> words.text(language, each.key(), each.arguments().toArray()))
                .collect(Collectors.joining(language.equals(Locale.JAPANESE) ? "" : " "));
    }
}
