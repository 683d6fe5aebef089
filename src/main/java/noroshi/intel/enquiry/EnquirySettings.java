package noroshi.intel.enquiry;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Clocks of enquiries ({@code noroshi.enquiry.*}).
 *
 * @param answerWithin how soon the Centre answers
 * @param opinionWithin how soon providers are asked to answer, unless somebody says otherwise
 */
@ConfigurationProperties("noroshi.enquiry")
record EnquirySettings(
        @DefaultValue("PT24H") Duration answerWithin,
        @DefaultValue("PT8H") Duration opinionWithin) {}
