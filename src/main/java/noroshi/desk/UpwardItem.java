package noroshi.desk;

import java.util.Optional;

/**
 * One matter in a report upwards, as it stood when the report was composed.
 *
 * @param number the ticket's number
 * @param organisation whose it is; empty where the organisation is hidden
 * @param confirmed whether the event owner had said this impact; empty in reports of before that was asked
 * @param over whether it is reported as ended
 * @param fresh whether it is reported for the first time
 */
public record UpwardItem(
        String matter,
        String number,
        String title,
        Optional<String> organisation,
        Optional<Effect> effect,
        Impact impact,
        String extent,
        Optional<Boolean> confirmed,
        Visibility visibility,
        boolean fresh,
        boolean over) {

    /** An impact is said, and the event owner has not said so. */
    public boolean unconfirmed() {
        return confirmed.filter(it -> !it).isPresent();
    }
}
