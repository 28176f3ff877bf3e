/** Where the host says who is asked how often whether they think again about their system (see ../review-room.ts). */
export declare const reviewRate: usize;
export declare const reviewTarget: usize;
export declare const reviewLaunch: usize;
export declare const reviewLeast: usize;
export declare const reviewByAge: usize;
export declare const enrolledSince: usize;

// Numbers of the run.
export declare const reviewExperience: f64;
export declare const practiceCount: i32;
