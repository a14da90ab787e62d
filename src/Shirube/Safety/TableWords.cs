namespace Shirube.Safety;

/// <summary>What tables and columns are called in Japanese, and columns where it is known.</summary>
internal static class TableWords
{
    private static readonly Dictionary<string, string> Tables = new(StringComparer.Ordinal)
    {
        ["account_claims"] = "アカウントの属性", ["account_logins"] = "アカウントの外部サインイン", ["account_tokens"] = "アカウントの鍵", ["accounts"] = "アカウント",
        ["actuals"] = "指標の実績値", ["assignments"] = "職員の役割と所属", ["budget_lines"] = "予算科目", ["change_entries"] = "変更履歴", ["change_head"] = "変更履歴の末尾",
        ["change_payloads"] = "変更履歴の個人に関する欄", ["departments"] = "部課", ["editions"] = "計画の版", ["evaluation_answers"] = "評価の回答", ["evaluation_facts"] = "評価",
        ["import_memories"] = "取込で入れた値の控え", ["import_runs"] = "取込の記録", ["indicator_uses"] = "指標の使われる所", ["indicators"] = "指標", ["invitations"] = "招待",
        ["jobs"] = "時間のかかる処理", ["levels"] = "計画の階層", ["mayoral_terms"] = "市長等の任期", ["meetings"] = "会議", ["money"] = "金額", ["ownerships"] = "事務事業の所管",
        ["people"] = "職員", ["placements"] = "事務事業の計画での位置", ["plan_items"] = "計画の項目", ["plans"] = "計画", ["projects"] = "事務事業", ["staffing"] = "人員と時間",
        ["surveys"] = "調査", ["glossary_terms"] = "用語集", ["figures"] = "図", ["evaluation_forms"] = "評価様式", ["form_questions"] = "評価様式の設問", ["form_choices"] = "評価様式の選択肢", ["form_stages"] = "評価様式の段階", ["evaluation_rounds"] = "評価", ["reminder_rules"] = "お知らせメールの決まり", ["reminder_runs"] = "お知らせメールの送信", ["reminders"] = "お知らせメールの宛先", ["round_stages"] = "評価の段階", ["evaluation_sheets"] = "評価シート", ["sheet_stages"] = "評価シートの段階", ["sheet_answers"] = "評価シートの答え", ["external_reviews"] = "外部評価", ["sheet_reviews"] = "外部評価の対象のシート", ["review_questions"] = "外部評価の質問", ["review_opinions"] = "外部評価の意見", ["expected_shares"] = "指標の進んでいるはずの割合", ["series_breaks"] = "指標の数え方の変更", ["assessment_rules"] = "判定の決まり", ["grade_bands"] = "判定の段階", ["pictures"] = "図の画像", ["targets"] = "指標の目標値",
        ["account_rules"] = "サインインの決まり", ["sign_ins"] = "サインインの記録", ["sign_in_sessions"] = "サインインしている間の印", ["second_factors"] = "二段階の確認", ["recovery_codes"] = "予備コード",
        ["deputyships"] = "代理", ["transfers"] = "人事異動の一覧", ["transfer_steps"] = "人事異動で変わった役割",
        ["reorganizations"] = "機構改革", ["planned_departments"] = "機構改革の新しい部課", ["predecessors"] = "機構改革の前身の部課", ["successions"] = "機構改革の前身と後継", ["reorganization_choices"] = "機構改革で選んだ行き先", ["reorganization_effects"] = "機構改革で変わったもの",
        ["saved_views"] = "一覧のビュー", ["view_starts"] = "はじめに開くビュー", ["entry_calls"] = "入力の依頼", ["asked_departments"] = "入力を頼んだ部課", ["not_applicable"] = "入力の該当なし",
        ["plan_terms"] = "計画の期", ["plan_reviews"] = "計画の見直しの判断", ["lineages"] = "計画の引き継ぎ", ["project_lineages"] = "事務事業の引き継ぎ", ["project_lineage_steps"] = "事務事業の引き継ぎ先", ["lineage_steps"] = "計画の引き継ぎ先", ["change_reasons"] = "変更の理由", ["unsaved_forms"] = "書きかけ",
        ["item_links"] = "項目のつながり", ["goal_links"] = "世界の目標とのつながり", ["own_goal_sets"] = "市独自の目標のまとまり", ["own_goals"] = "市独自の目標", ["own_goal_relations"] = "市独自の目標と世界の目標", ["initiatives"] = "重点プロジェクト", ["initiative_members"] = "重点プロジェクトに入るもの", ["partner_activities"] = "連携・支援",
        ["search_texts"] = "検索用の写し", ["search_state"] = "検索用の写しの状態", ["visits"] = "開いたものの控え", ["visits_off"] = "開いたものを控えない人",
    };

    private static readonly Dictionary<string, string> Columns = new(StringComparer.Ordinal)
    {
        ["id"] = "識別子", ["key"] = "アドレスに使う鍵", ["name"] = "名前", ["code"] = "コード", ["number"] = "番号", ["note"] = "備考", ["source"] = "出典", ["version"] = "保存の回数",
        ["from"] = "から", ["to"] = "まで", ["first"] = "最初の年度", ["last"] = "最後の年度", ["year"] = "年度", ["fiscal_year"] = "年度", ["order"] = "順序", ["kind"] = "種類", ["stage"] = "段階",
        ["amount"] = "金額(円)", ["absence"] = "金額のない理由", ["value"] = "値", ["status"] = "状態", ["as_written"] = "資料に書かれたまま", ["unit"] = "単位", ["definition"] = "定義",
        ["title"] = "題名", ["plain_title"] = "やさしい題名", ["body"] = "本文", ["label"] = "名称", ["is_sample"] = "サンプルか", ["is_main"] = "主な位置か", ["is_statutory"] = "法定か", ["legal_basis"] = "根拠法令",
        ["class"] = "区分", ["in_implementation_plan"] = "実施計画にあるか", ["in_regional_strategy"] = "総合戦略にあるか", ["internal_contact"] = "担当(内部)", ["internal_note"] = "メモ(内部)",
        ["period_kind"] = "期間の種類", ["period_first"] = "期間の最初", ["period_last"] = "期間の最後", ["period_as_written"] = "期間の原文", ["text_intent"] = "意図", ["text_means"] = "手段", ["text_means_planned"] = "手段(計画)",
        ["text_outline"] = "概要", ["text_result"] = "結果", ["text_target"] = "対象", ["heads"] = "人数", ["hours"] = "時間", ["fte"] = "人工", ["account"] = "会計", ["category"] = "款", ["item"] = "項", ["sub_item"] = "目", ["line"] = "事業",
        ["project_id"] = "事務事業", ["plan_id"] = "計画", ["item_key"] = "計画の項目", ["indicator_id"] = "指標", ["department_id"] = "部課", ["person_id"] = "職員", ["edition_id"] = "版", ["level_id"] = "階層", ["parent_id"] = "上位",
        ["at_utc"] = "日時(UTC)", ["by"] = "だれが", ["reason"] = "理由", ["set_on"] = "決めた日", ["revision"] = "改定の回", ["role"] = "役割", ["question"] = "問い", ["choice"] = "選択", ["text"] = "文", ["sequence"] = "通し番号",
        ["previous"] = "前の記録のハッシュ", ["hash"] = "ハッシュ", ["aggregate_id"] = "対象", ["file_name"] = "ファイル名", ["sha256"] = "SHA-256", ["participants"] = "出席", ["month"] = "月", ["day"] = "日", ["population"] = "対象者",
        ["sent"] = "配布数", ["valid"] = "有効回収数", ["stated_rate"] = "資料の回収率", ["summary"] = "要約", ["period_note"] = "期間の注記", ["predecessor_id"] = "前の計画", ["carries_projects"] = "事務事業を置くか",
        ["held_on"] = "会議の日", ["answers_due"] = "質問への回答の期限", ["responses_due"] = "市の対応の期限", ["asker"] = "質問した人", ["progress"] = "対応の状況", ["other_plan_id"] = "つないだ計画", ["other_item_key"] = "つないだ項目", ["goal"] = "SDGsの目標", ["target"] = "SDGsのターゲット", ["strength"] = "関わりの強さ", ["words"] = "説明", ["who"] = "だれが", ["what"] = "何を",
    };

    public static string? Of(string table) => Tables.GetValueOrDefault(table);

    public static string? OfColumn(string column) => Columns.GetValueOrDefault(column);
}
