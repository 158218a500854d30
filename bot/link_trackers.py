"""Names of query parameters that say how a reader came to a page and choose nothing on it.

The names are facts gathered from public lists: ClearURLs' rules, AdGuard's URL tracking filter,
DandelionSprout's Legitimate URL Shortener, Brave's query filter, and Firefox's query stripping and
strip-on-share lists. Left out is what some list has but what elsewhere chooses a page: ref, source,
src, var, cuid, tag. All names are in lower case, and are compared in lower case.
"""

# A name that begins so is a tracker whatever follows.
BEGINNINGS = (
    "utm_",  # Urchin, now Google Analytics
    "ga_",
    "hsa_",  # HubSpot's advertisements
    "itm_",  # campaigns within a site
    "mtm_",  # Matomo, and Piwik before it
    "matomo_",
    "piwik_",
    "pk_",
    "otm_",
    "hmb_",
    "adjust_",
    "bsft_",  # Blueshift
    "oft_",
    "cm_mmc",  # Coremetrics
    "_sgm_",  # Segmentify
    "dpg_",  # DPG Media
    "__cft__",  # Facebook, which numbers them: __cft__[0]
    "__xts__",
)

EVERYWHERE = frozenset(
    name
    for names in {
        "an advertisement, and the click on it": (
            "fbclid gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid srsltid msclkid"
            " yclid ymclid ysclid twclid ttclid tgclid li_fat_id epik rdt_cid sccid obclid dicbo"
            " tblci qclid irclickid irclid irgwc ir_adid ir_campaignid ir_partnerid rb_clickid"
            " wickedid rtkcid external_click_id unicorn_click_id mindbox-click-id aiad_clid vgo_ee"
            " awc sscid tduid zanpid cjevent cjdata admitad_uid famad_xuid ebisadid gps_adid maf"
            " vc_lpp adfrom erid ef_id s_kwcid mkwid pcrid"
        ),
        "a newsletter, and its reader": (
            "mc_cid mc_eid mc_tc mkt_tok _hsenc _hsmi __hsfp __hssc __hstc hsctatracking"
            " hss_channel ml_subscriber ml_subscriber_hash ck_subscriber_id _bhlid _kx __s"
            " vero_conv vero_id et_rid oly_anon_id oly_enc_id ss_email_id"
            " sc_customer sc_eh sc_uid bbeml"
            " at_recipient_id at_recipient_list mindbox-message-key _cldee _clde dm_i elqtrack"
            " elqtrackid trk_contact trk_msg trk_module trk_sid spmailingid spuserid spjobid"
            " spreportid user_email_address omnisendcontactid nr_email_referer"
        ),
        "a campaign, and its measurement": (
            "utm utmid mtm _ga _gl _gac _gid _openstat cmpid intcmp s_cid ncid wt_mc wt_zmc"
            " wt.mc_id wtrid xtor cm_me cm_cr cm_sp cm_re adobe_mc adobe_mc_ref adobe_mc_sdid"
            " os_ehash gs_l spm ceneo_spo echobox tracking_source oprtrack cx_click cx_recsorder"
            " cx_recswidget __io_lv _io_session_id nx_source _zucks_suid _branch_match_id"
            " _branch_referrer guccounter guce_referrer guce_referrer_sig soc_src soc_trk sr_share"
            " pk_vid gaa_at gaa_n gaa_sig gaa_ts asgtbndr"
        ),
        "where it was shared": (
            "igsh igshid ig_mid ig_rid mibextid fb_action_ids fb_action_types fb_comment_id fb_ref"
            " fb_source action_object_map action_ref_map action_type_map __twitter_impression"
            " ref_src ref_url embeds_referring_euri embeds_referring_origin is_pocket"
            " wprov"
        ),
        "a viewer of AMP pages": (
            "usqp amp_js_v amp_gsa amp_lite amp_r amp_ct amp_tf amp_device_id aoh"
        ),
        "a session": "jsessionid phpsessid",
    }.values()
    for name in names.split()
)

# The same, where a name means this on one site alone. A site stands for its subdomains too.
OF_SITE = {
    site: frozenset(names.split())
    for site, names in {
        "amazon": "_encoding aaxitk ac_md ascsubtag asc_contentid asc_contenttype camp coliid colid"
        " content-id creative creativeasin crid dchild dib dib_tag hydadcr linkcode linkid ms3_c"
        " pd_rd_i pd_rd_r pd_rd_w pd_rd_wg pf_rd_i pf_rd_m pf_rd_p pf_rd_r pf_rd_s pf_rd_t psc qid"
        " qsid qualifier ref ref_ refrid rnid smid social_share spia sprefix sr starsleft"
        " skiptwisterog store_ref tag th",
        "bbc.co.uk": "at_bbc_team at_campaign at_campaign_type at_creation at_custom1 at_custom2"
        " at_custom3 at_custom4 at_format at_link_id at_link_origin at_link_type at_medium"
        " at_ptr_name at_type pinned_post_asset_id pinned_post_locator pinned_post_type",
        "bing.com": "cvid form ghc lq pq qp qs sc sk sp",
        "duckduckgo.com": "atb t",
        "ebay": "_from _trkparms _trksid hash",
        "etsy.com": "click_key click_sum organic_search_click ref",
        "facebook.com": "__tn__ _rdc _rdr acontext action_history comment_tracking dti eav extid"
        " fref hc_location hc_ref idorvanity locale ls_ref notif_id notif_t paipv rdc rdid rdr ref"
        " referral_code referral_story_type refsrc sfnsn share_url tracking video_source wtsid",
        "finna.fi": "sid",
        "github.com": "email_source email_token ref_cta ref_loc ref_page reference_location",
        "hs.fi": "ref share",
        "imdb.com": "ref_",
        "instagram.com": "hl img_index",
        "linkedin.com": "eid lgcta lgtemp licu lipi midsig midtoken originalsubdomain otptoken rcm"
        " refid trackingid trk trkemail",
        "medium.com": "gi sk source",
        "microsoft.com": "ocid redirectedfrom",
        "netflix.com": "tctx trackid",
        "nytimes.com": "referringsource searchresultposition smid smtyp unlocked_article_code",
        "reddit.com": "$3p $deep_link $original_url context correlation_id rdt ref ref_campaign"
        " ref_source share_id",
        "soundcloud.com": "si",
        "spotify.com": "$3p context dlsi nd pt referral si",
        "substack.com": "isfreemail r sd triedredirect",
        "theguardian.com": "cmp",
        "tiktok.com": "_d _r _t is_copy_url is_from_webapp lang preview_pb sender_device"
        " sender_web_id share_app_id share_app_name share_iid share_item_id share_link_id source"
        " timestamp u_code user_id web_id",
        "twitch.tv": "tt_content tt_medium",
        "udemy.com": "couponcode referralcode",
        "x.com": "cn cxt s src t",
        "yle.fi": "origin",
        "youtube.com": "ab_channel app embeds_euri feature is kw pp si source_ve_path"
        " sub_confirmation",
    }.items()
}
OF_SITE["bbc.com"] = OF_SITE["bbc.co.uk"]
