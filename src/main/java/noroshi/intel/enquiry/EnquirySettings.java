package noroshi.intel.enquiry;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Clocks of enquiries ({@code noroshi.enquiry.*}).
 *
 * @param answerWithin how soon the Centre answers
 * @param opinionWithin how soon providers are asked to answer, unless somebody says otherwise
 * @param remindAfter after which shares of their time providers are asked again
 */
@ConfigurationProperties("noroshi.enquiry")
record EnquirySettings(
        @DefaultValue("PT24H") Duration answerWithin,
        @DefaultValue("PT8H") Duration opinionWithin,
        @DefaultValue({"0.5", "0.75", "0.9"}) List<Double> remindAfter) {
    EnquirySettings {
        remindAfter = List.copyOf(remindAfter);
        if (remindAfter.stream().anyMatch(share -> share <= 0 || share >= 1)) {
            throw new IllegalArgumentException("noroshi.enquiry.remind-after: shares lie between 0 and 1");
        }
    }

    /** When providers are asked again, in shares of their time; its end is the last. */
    Double[] reminders() {
        return Stream.concat(remindAfter.stream(), Stream.of(1.0))
                .sorted()
                .distinct()
                .toArray(Double[]::new);
    }
}
