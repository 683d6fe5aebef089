package noroshi.asset.web;

import noroshi.site.FormErrors;

/** The form for one asset. */
public record NewAssetPage(AssetForm form, FormErrors errors) {}
