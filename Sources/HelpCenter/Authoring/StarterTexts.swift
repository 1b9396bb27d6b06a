/// What a new site says in one language, before its authors have said anything.
struct StarterTexts: Sendable {
  /// Language tag of the pages.
  var tag: String
  /// `{name}` is the name of the company or site, in every text here.
  var title: String
  var description: String
  var section: String
  var sectionSummary: String
  var category: String
  var categoryDescription: String
  var article: Article

  struct Article: Sendable {
    var title: String
    var description: String
    var keywords: [String]
    var body: String
  }

  /// The languages that the theme has words for.
  static let all: [String: StarterTexts] = ["ko": korean, "zh": chinese, "en": english]

  private static let korean = StarterTexts(
    tag: "ko", title: "{name} 도움말",
    description: "{name} 이용 방법과 문제 해결 방법을 안내합니다.",
    section: "이용 안내", sectionSummary: "처음 오신 분을 위한 안내입니다.",
    category: "시작하기", categoryDescription: "도움말에서 답을 찾는 방법",
    article: Article(
      title: "도움말에서 답을 찾는 방법",
      description: "검색창에 궁금한 점을 그대로 입력하거나, 분류를 따라 찾아보세요.",
      keywords: ["도움말 사용법", "검색 방법", "답을 어디서 찾나요"],
      body: """
        궁금한 점을 평소 쓰는 말로 검색하면 답을 가장 빨리 찾을 수 있습니다.

        ## 검색하기 {#search}

        {steps}

        1. 화면 위쪽의 검색창을 누르세요.
        2. 궁금한 점을 그대로 입력하세요. 한두 단어만 써도 됩니다.
        3. 목록에서 제목이 가장 가까운 글을 여세요.

        오류 메시지가 떴다면 그 문장을 그대로 입력해 보세요.

        ## 분류에서 찾기 {#browse}

        첫 화면에는 글이 주제별로 모여 있습니다. 긴 글은 목차를 눌러 필요한 부분으로 바로 갈 수 있습니다.

        ## 다른 언어로 보기 {#language}

        화면 위쪽의 언어 메뉴에서 언어를 바꾸면 같은 글이 그 언어로 열립니다.

        """))

  private static let chinese = StarterTexts(
    tag: "zh-Hans", title: "{name}帮助中心",
    description: "{name}的使用方法和常见问题的解决办法。",
    section: "使用指南", sectionSummary: "初次使用时，请先看这里。",
    category: "快速入门", categoryDescription: "如何在帮助中心找到答案",
    article: Article(
      title: "如何在帮助中心找到答案",
      description: "在搜索框里直接输入您的问题，或按分类查找。",
      keywords: ["怎么使用帮助中心", "怎么搜索", "在哪里找答案"],
      body: """
        用平时的说法搜索您的问题，通常是最快的办法。

        ## 搜索 {#search}

        {steps}

        1. 点击页面上方的搜索框。
        2. 直接输入您的问题，一两个词也可以。
        3. 在结果中打开标题最接近的文章。

        如果屏幕上出现错误提示，请把提示原文输入搜索框。

        ## 按分类查找 {#browse}

        首页按主题列出了全部文章。文章较长时，点击目录可直接跳到需要的部分。

        ## 切换语言 {#language}

        在页面上方的语言菜单中选择语言，即可打开同一篇文章的其他语言版本。

        """))

  private static let english = StarterTexts(
    tag: "en", title: "{name} Help",
    description: "How to use {name}, and what to do when something does not work.",
    section: "Guides", sectionSummary: "Start here if you are new.",
    category: "Getting started", categoryDescription: "How to find answers here",
    article: Article(
      title: "How to find answers here",
      description: "Type your question into the search field, or browse by topic.",
      keywords: ["how to use this help center", "how to search", "where do I find answers"],
      body: """
        Searching in your own words is usually the fastest way to an answer.

        ## Search {#search}

        {steps}

        1. Select the search field at the top of the page.
        2. Type your question as you would ask it. A word or two will do.
        3. Open the article whose title comes closest.

        If you see an error message, type it exactly as it appears.

        ## Browse by topic {#browse}

        The home page lists all articles by topic. In a long article, the table of contents takes you straight to the part you need.

        ## Read in another language {#language}

        Choose a language from the menu at the top of the page to open the same article in that language.

        """))
}
