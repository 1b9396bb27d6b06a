/// The words that the recogniser of contacts knows. `words.js` of the theme holds the same lists; a
/// test compares them.
enum RecogniserWords {
  /// Top-level names under which a bare name is a host; file names and code end in none of them.
  static let endings: Set<String> = Set(
    words(
      """
      com net org info biz pro name mobi asia tel xyz online site website shop store club live
      life top vip one win bid loan icu cyou sbs cfd rest buzz fun today news media blog wiki
      link click help support chat email app dev page web cloud host space tech technology
      digital network systems solutions services agency company center world global group team
      zone work exchange finance financial money cash fund trade trading market markets
      capital bank credit investments ltd inc llc edu gov int network social community
      international express plus direct guide tips tools run wtf lol art bar red blue pink
      black game games bet casino poker ink wang ren men date party review stream racing
      download science webcam ac ad ae af ag ai al am ar at au az ba bd be bg bh bi bo br bw
      by bz ca cc cd ch ci cl cm cn co cr cx cy cz de dk do ec ee eg es et eu fi fj fm fr ga
      gd ge gg gh gl gr gt gy hk hn hr ht hu id ie il im in io iq ir is it jo jp ke kg kh kr
      kw ky kz la lb li lk lt lu lv ly ma mc me mk mn mo mp mt mu mv mx my mz na ng ni nl no
      np nu nz om pa pe pf ph pk pr pt pw py qa re ro ru rw sa sc se sg si sk sl sn st su sv
      sx tc tf tg th tj tk tm tn to tr tt tv tw tz ua ug uk us uy uz vc ve vg vn vu ws za zm
      zw onion
      gle goog how new moe lat mom bond hair skin beauty quest homes autos pics photo photos
      video casa fyi gmbh limited insure insurance loans creditcard tax taxi accountant legal
      law lawyer care health clinic energy gold sale deals discount promo ceo fan fans tours
      hotel house land estate rent cafe city school academy band bio cab build codes domains
      events expert foundation fit gift gifts gallery institute ist kim llp management
      marketing ninja ooo partners pay pub report reviews rocks security singles solar studio
      style supply surf tienda training university ventures vision watch works yoga 한국 닷컴 닷넷 中国 中國 公司 网络 網絡 香港 台湾 台灣 在线 中文网 网站 网址 商城 商店 手机 移动 我爱你 企业 娱乐 游戏 集团 みんな
      コム рф
      """))

  /// Endings sure enough for a full stop that is written in words, or with spaces.
  static let sureEndings: Set<String> = Set(
    words(
      """
      com net org info biz io co me cc tv kr cn hk tw jp sg us uk ru vip top xyz shop site
      online app dev live pro club icu ai ly gg gl 컴 넷 케이알 한국 닷컴 닷넷 中国 公司
      """))

  /// Endings that are ordinary words or names of fields: none in code.
  static let codeEndings: Set<String> = Set(
    words(
      """
      name id host link page top app live web one date email help run work tools plus direct
      media data zone cloud network is it in at to do no so me my be am as us re st im id ac
      ad ai al ar ba bi by ca cd ch ci cl cm de ec et fm ge gt hr ht id ie il io is kw la lb
      li lt lu ma mc mn mo mp mt mu mx na ni nu om pa pe pk pr pt re ro sc se si sk sl sn st
      sv tc tf tm tn tr tt ua vc ve vg ws int events market store
      new how build codes report watch works security style photo photos video pay
      py rs sh md pl so cc ps
      """))

  /// Endings of file names; none of them makes a mail address.
  static let fileEndings: Set<String> = Set(
    words(
      """
      png jpg jpeg gif webp avif svg css js mjs ts json yaml yml xml html htm txt pdf md csv
      log swift java kt py rb go rs c h cpp sh bat exe dll dmg apk zip tar gz mp4 webm vtt
      """))

  /// Reserved for examples and tests (RFC 2606, RFC 6761, RFC 9476): nobody can own them.
  static let reserved = words(
    """
    test example invalid localhost local alt internal example.com example.net example.org
    home.arpa
    """)

  /// Hosts so short or so well known for short links and chats that one letter before the full
  /// stop is enough.
  static let shortHosts: Set<String> = Set(
    words(
      """
      t.me x.com t.co t.cn t.ly g.co u.nu s.id v.gd q.gs m.me wa.me fb.me vk.cc 2no.co b23.tv
      """))

  /// Host names under which everybody has a page: only the whole address says whose it is.
  static let sharedHosts: Set<String> = Set(
    words(
      """
      t.me telegram.me telegram.dog tg.dev x.com twitter.com mobile.twitter.com facebook.com
      m.facebook.com fb.com fb.me m.me instagram.com medium.com youtube.com m.youtube.com
      reddit.com linkedin.com weibo.com m.weibo.cn github.com blog.naver.com m.blog.naver.com
      cafe.naver.com pf.kakao.com open.kakao.com discord.gg discord.com line.me lin.ee wa.me
      whatsapp.com api.whatsapp.com tiktok.com threads.net
      """))

  /// Behind `scheme:` without the slashes of an address, or with them, a chat or a call begins.
  static let chatSchemes: Set<String> = Set(
    words(
      """
      tg weixin wechat kakaotalk kakaolink kakaoopen kakaoplus whatsapp line skype viber zalo
      mqq mqqapi tencent discord sgnl
      """))

  /// Spelled digits, each after its value.
  static let spelled = words(
    """
    0 공 영 령 零 〇 洞 ○ ◯ 1 일 一 壹 幺 弌 2 이 二 贰 貳 弍 3 삼 三 叁 參 叄 4 사 四 肆 5 오 五 伍 6 육 륙 六 陆 陸 7 칠 七
    柒 拐 8 팔 八 捌 9 구 九 玖
    """)

  /// Words before "com" or ".com" in a sentence; behind any other it makes a host: "upbit com",
  /// "upbit .com".
  static let noHosts: Set<String> = Set(
    words(
      """
      this that with dots from under your into only like called domain domains ending endings
      suffix extension serial virtual uses used type types typed write names word words without
      before after ends package import and or the an in for of to by on is as not no all new our
      its at use using it
      """))

  static let englishDigits = words(
    """
    zero one two three four five six seven eight nine
    """)

  /// Words that stand for the hyphen when a number is read out.
  static let hyphens = words(
    """
    다시 대시 하이픈 바 에 의 국에 국 杠 横杠 转 轉 横线 dash hyphen minus
    """)

  /// Words that stand for a full stop in a host, and for an at sign.
  static let dots = words(
    """
    dot 점 닷 쩜 쩌엄 点 點 點儿 点儿 도트
    """)

  static let ats = words(
    """
    at 골뱅이 골벵이 앳 에트 艾特 小老鼠 圈a at-sign
    """)

  /// A line with one of these says that a sign before it is read as the one behind it.
  static let replacements = words("을 를 은 는 as 换成 改成 替换成 替换为 改为 换 改 替 代 대신 → -> => > = with by")

  /// A line with one of these says that its addresses are written with spaces to leave out.
  static let spaceless = [
    "去掉空格", "去除空格", "删除空格", "去空格", "删掉空格", "띄어쓰기 없이", "띄어쓰기없이", "공백 없이", "공백없이", "공백 제거", "공백을 제거",
    "공백을 빼고", "빈칸 없이", "remove the space", "remove space", "remove all space", "without spaces",
  ]

  /// Before "-dot-com" these make a word of it.
  static let dashedWords: Set<String> = Set(words("the a pre post non anti asp vb ado system"))

  /// Before a number these say that somebody is called.
  static let calls = words(
    """
    전화 전화번호 연락처 휴대폰 휴대전화 핸드폰 폰 콜센터 고객센터 대표번호 대표전화 문자 팩스 번호로 유선 핫라인 직통 국번없이 tel telephone phone
    call calling dial hotline mobile cell fax sms text ring ars hp phone-number 电话 電話 热线 熱線
    拨打 撥打 致电 致電 拨 撥 手机 手機 手机号 短信 传真 座机 来电 呼叫 客服 专线 whatsapp viber wechat telegram signal ☎ ☏ 📞 📱 ✆ 왓츠앱
    텔레그램 라인 微信 zalo
    """)

  /// The same behind a number.
  static let callsBehind = words("客服 热线 電話 电话 拨打 咨询 번으로 로 에 콜센터 고객센터 hotline")

  /// Before a number these say that it is something else.
  static let otherNumbers = words(
    """
    주문번호 주문 접수번호 접수 신청번호 신고번호 등록번호 사건번호 허가번호 거래번호 계좌번호 계좌 입금계좌 태그 데스티네이션태그 메모 블록 블록높이 높이 버전
    사업자번호 사업자등록번호 문서번호 송장번호 송장 운송장번호 우편번호 참조번호 일련번호 시리얼 카드번호 관리번호 예약번호 고유번호 회원번호 가격 시세 환율 금액
    수량 국민은행 신한은행 우리은행 하나은행 농협 기업은행 카카오뱅크 케이뱅크 토스뱅크 신한 국민 订单 订单号 訂單號 单号 工单号 卡号 银行卡号 流水号 交易号
    编号 标签 备注 区块 区块高度 高度 版本 邮编 受理号 快递单号 身份证号 金额 数量 价格 汇率 用户编号 发票号 isbn issn doi order ticket
    invoice account acct a/c iban txid tx txn hash block height tag memo version ver serial
    ref reference case tracking card zip patent license licence uid nonce gas price rate
    amount qty build release chainid port timestamp seed timeout limit size max min bytes
    ttl interval count total
    """)

  /// What follows an amount or a count.
  static let units = words(
    """
    원 만원 억원 만 억 천원 달러 유로 엔 위안 년 월 개월 개 명 건 회 초 분 시간 퍼센트 페이지 쪽 바이트 자 배 코인 사토시 통 won krw usd
    usdt usdc btc eth xrp trx bnb sol doge eur jpy cny rmb hkd dollars euros percent bytes
    byte kb mb gb tb bps ms sec seconds minutes hours days weeks months years px pt em rem
    gwei wei sat sats satoshi satoshis blocks confirmations users times pages items points
    tokens coins units 元 圆 块 円 日元 美元 韩元 欧元 万 萬 亿 億 年 月 个 個 次 人 条 字 字节 秒 分钟 小时 天 倍 枚 页 聪
    """)

  /// Messengers and networks where people are found by a name, each before the names it goes by.
  static let networks: [(network: String, names: [String])] = [
    (
      "kakao",
      words(
        """
        카톡 카카오톡 카카오 까톡 깨톡 카카오채널 오픈채팅 오픈카톡 오픈톡 오픈채팅방 플친 플러스친구 옾챗 옵챗 옾톡 오픈챗 ㅋㅌ kakaotalk kakao katalk 갠톡 톡아이디 톡
        """)
    ),
    (
      "telegram",
      words(
        """
        텔레그램 텔레그렘 텔래그램 텔레 텔그 telegram telegrm tlgrm tg tele 电报 電報 电报群 飞机 飛機 飞机号 纸飞机 紙飛機 小飞机 テレグラム ㅌㄹ
        """)
    ),
    (
      "wechat",
      words(
        """
        위챗 위쳇 웨이신 wechat weixin wx vx v信 vx信 微信 微信号 威信 薇信 徽信 微新 嶶信 围信 维信 徵信 卫星 卫星号 绿泡泡 微❤ v❤ 薇❤ 微心 加v 加薇 加微
        加vx 企业微信
        """)
    ),
    (
      "qq",
      words(
        """
        qq qq群 qq号 qq号码 扣扣 扣扣号 扣群 企鹅号 企鹅 q群 큐큐 qq邮箱 q号
        """)
    ),
    (
      "line",
      words(
        """
        라인 라인아이디 line ライン line官方
        """)
    ),
    (
      "whatsapp",
      words(
        """
        왓츠앱 왓츠업 와츠앱 whatsapp whatsap watsapp
        """)
    ),
    (
      "discord",
      words(
        """
        디스코드 디코 discord
        """)
    ),
    (
      "other",
      words(
        """
        인스타 인스타그램 instagram insta ig 페이스북 페북 페메 facebook messenger 페이스북메신저 트위터 twitter 스카이프
        skype 시그널 signal 바이버 viber 잘로 zalo 네이트온 nateon 밴드 스냅챗 snapchat 微博 weibo 抖音 douyin 小红书 钉钉
        飞书 陌陌 蝙蝠 土豆 potato kik threema wickr session 脸书 推特 틱톡 tiktok 스레드 threads safew letstalk
        네이버톡톡 톡톡
        """)
    ),
  ]

  /// Between a messenger and a name these say that the name is one.
  static let idWords = words(
    """
    id ids 아이디 아디 계정 계정명 닉네임 닉 유저명 사용자명 사용자이름 검색 추가 친추 친구추가 친구 채널 방 주소 코드 handle username
    user nick account 账号 賬號 帐号 号 號 号码 用户名 群号 群 名 昵称 联系 搜索 搜 加 添加 加我 好友 官方 客服 公众号
    """)

  /// Behind a chat these say that the name of a channel follows.
  static let channels = words("오픈채팅방 오픈채팅 오픈카톡 오픈챗 오픈톡 플러스친구 플친 카카오채널 채널 방")

  /// In the name of a channel, behind the name of its owner.
  static let channelServices = words("고객 상담 도움 지원 센터 헬프 문의 서비스 데스크 안내")

  /// Words at the end of what is pressed, and no name.
  static let channelButtons = words("추가 하기 버튼 보기 채널 친구 차단 메뉴 홈 신고 설정 검색")

  /// Words that begin no name of a channel: "카카오톡 채널 실시간상담".
  static let noChannels = words(
    """
    이용 운영 공식 전용 실시간 온라인 오프라인 모바일 통합 일대일 1대1 비대면 관련 전화 채팅 챗봇 무료 개설 추가 사용 가입 접속 연결 서비스 카카오 친구
    자동 빠른 상시 야간 주말 평일 휴일 해외 국내 외국인 신규 기술 고객 소비자 업무 상담 문의 안내 지원 도움 알림 메시지 담당 또는 거래소 회사 은행 해당
    저희 당사 우리 이름 검색 다른 어떤 모든 각종 별도 단체 개인 유료 사칭 가짜 피해 신고 인증 등록 정식 기존 새로운 최신 아래 위의 위에
    """)

  /// Words that follow a messenger in a sentence and are no names.
  static let noNames: Set<String> = Set(
    words(
      """
      2fa mfa otp h5 web3 erc20 trc20 bep20 app apps api bot bots ios android windows macos pc
      group groups channel channels chat room support account accounts id ids user users
      username message messages messenger pay mini official or and is are not the only never
      you your our this that with from for via who may can does has will any all no none page
      pages link links login notes note yes join open qr code url name video voice call calls
      desktop mobile premium server servers and/or faq
      """))

  /// Decorators and annotations of code.
  static let annotations: Set<String> = Set(
    words(
      """
      override deprecated test autowired component service controller restcontroller
      repository bean entity table column param params return returns throws exception author
      since see link media import charset keyframes font-face supports page layer property
      container main mainactor state binding published observable observedobject environment
      objc available escaping autoclosure discardableresult testable sendable preconcurrency
      unchecked inlinable inline dataclass staticmethod classmethod abstractmethod pytest
      types angular babel suppresswarnings functionalinterface safevarargs nullable nonnull
      notnull before after beforeeach aftereach getmapping postmapping requestmapping
      pathvariable requestbody transactional configuration value injectable input output
      ngmodule directive pipe todo fixme example type typedef template callback module
      namespace private public protected readonly static async everyone here channel all
      version latest next tailwind apply screen include extends mixin use forward viewbuilder
      appstorage usablefrominline frozen globalactor concurrent suite tag mention username
      handle name user
      """))

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0.isNewline }.map(String.init)
  }
}
