package noroshi.membership;

/** What an organisation says when it asks to take part. */
public record NewApplication(
        String organisation,
        String organisationEn,
        String category,
        String applicant,
        String email,
        String phone,
        String reason) {}
