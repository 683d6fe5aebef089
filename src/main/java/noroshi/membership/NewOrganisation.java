package noroshi.membership;

/** An organisation the Centre takes in itself. */
public record NewOrganisation(String code, String name, String nameEn, Organisation.Part part, String category) {}
